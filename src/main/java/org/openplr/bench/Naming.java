package org.openplr.bench;

import java.util.List;
import java.util.Random;

/**
 * How a family names itself: most as the book has it, some in the ways of other traditions, which a register of Britain
 * has to know. The lists are our own.
 */
enum Naming {
    BRITISH(0.80, "", "", ""),
    SCOTTISH_IRISH(
            0.05,
            "Niamh Aoife Saoirse Ciara Eilidh Isla Mairi Catriona Sinéad Róisín Fiona Kirsty",
            "Seán Conor Ciarán Callum Hamish Fergus Pádraig Rory Lachlan Eoin Declan Ewan",
            "McDonald MacDonald McKenzie MacLeod McCarthy McGregor McIntyre O'Brien O'Neill O'Connor O'Sullivan"
                    + " O'Reilly MacArthur McKay McLean McDermott"),
    WELSH(
            0.04,
            "Siân Angharad Cerys Ffion Lowri Nia Catrin Mared Eleri Gwenllian Megan Bethan",
            "Rhys Dafydd Llŷr Gethin Owain Huw Iwan Emyr Siôn Gareth Dylan Macsen",
            "Jones Davies Williams Evans Thomas Hughes Roberts Lewis Morgan Griffiths Llewellyn Gwynne Prys"),
    POLISH(
            0.03,
            "Agnieszka Katarzyna Małgorzata Zofia Julia Aleksandra Magdalena Ewa Joanna Żaneta",
            "Łukasz Paweł Piotr Michał Krzysztof Tomasz Jakub Szymon Grzegorz Wojciech",
            "Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Dąbrowski Kozłowski"
                    + " Nowak Jabłoński"),
    SOUTH_ASIAN(
            0.06,
            "Fatima Ayesha Priya Simran Zainab Aisha Harpreet Anjali Maryam Khadija Sana Deepika Jaspreet Noor",
            "Mohammed Muhammad Ahmed Ali Imran Arjun Rahul Gurpreet Harjit Abdul Hassan Bilal Ravi Yusuf Sanjay",
            "Khan Ahmed Hussain Ali Singh Kaur Patel Begum Shah Sharma Iqbal Akhtar Malik Gill Rahman Chowdhury"
                    + " Mahmood Mistry"),
    CHINESE(
            0.02,
            "Xiao-Mei Li-Na Yu-Ting Jia-Yi Hui-Min Mei-Ling Xin-Yi Siu-Wai Wing-Yan",
            "Zhi-Wei Jun-Jie Wei-Ming Hao-Ran Ka-Ho Chun-Kit Yong-Jian Zi-Xuan",
            "Wang Li Zhang Chen Liu Wong Chan Lam Cheung Lee Ng Zhao Huang Xu");

    private final double share;
    private final List<String> girls;
    private final List<String> boys;
    private final List<String> families;

    Naming(double share, String girls, String boys, String families) {
        this.share = share;
        this.girls = List.of(girls.split(" "));
        this.boys = List.of(boys.split(" "));
        this.families = List.of(families.split(" "));
    }

    static Naming draw(Random random) {
        var left = random.nextDouble();
        for (var one : values()) {
            left -= one.share;
            if (left < 0) return one;
        }
        return BRITISH;
    }

    String family(NameBook book, Random random) {
        if (this == BRITISH || (this == WELSH && random.nextInt(3) == 0)) return british(book, random);
        return one(families, random);
    }

    /** One in thirty has a double name. */
    private static String british(NameBook book, Random random) {
        var name = book.family(random);
        return random.nextInt(30) == 0 ? name + "-" + book.family(random) : name;
    }

    /** The family name as this one bears it: Polish ones have an ending for women, and Sikhs a name for each sex. */
    String family(String family, boolean female) {
        if (female && this == POLISH && family.endsWith("ski")) return family.substring(0, family.length() - 1) + "a";
        if (this == SOUTH_ASIAN && female && family.equals("Singh")) return "Kaur";
        if (this == SOUTH_ASIAN && !female && (family.equals("Kaur") || family.equals("Begum"))) return "Singh";
        return family;
    }

    String given(boolean female, int year, NameBook book, Random random) {
        var own = this != BRITISH && random.nextInt(5) > 0;
        var name = own ? one(female ? girls : boys, random) : book.given(female, year, random);
        if (this == SOUTH_ASIAN && !female && random.nextInt(4) == 0) return name + " " + one(boys, random);
        if (this == BRITISH && random.nextInt(25) == 0) return name + " " + book.given(female, year, random);
        return name;
    }

    private static String one(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
