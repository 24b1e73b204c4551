package org.openplr;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.Flash;
import jakarta.faces.flow.FlowScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.openplr.learner.Candidates;
import org.openplr.platform.BulkRows;
import org.openplr.platform.Foundations;
import org.openplr.platform.Sql;
import org.openplr.platform.Standalone;

@AnalyzeClasses(packages = "org.openplr", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.openplr.";

    /** Who may know whom; party, platform and audit are everyone's. A context that is missing here may know nobody. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("platform", Set.of()),
            entry("party", Set.of()),
            entry("audit", Set.of()),
            entry("organisation", Set.of()),
            entry("qualification", Set.of()),
            entry("matching", Set.of()),
            entry("learner", Set.of("organisation", "matching")),
            entry("record", Set.of("learner", "organisation", "qualification")),
            entry("identity", Set.of("learner", "organisation")),
            entry("credit", Set.of("record", "learner", "organisation", "qualification")),
            entry("statistics", Set.of("record", "learner", "organisation", "qualification")),
            entry("claim", Set.of("learner", "identity", "organisation")),
            entry("helping", Set.of("learner", "identity")),
            entry("evidence", Set.of()),
            entry("challenge", Set.of("record", "learner", "organisation", "evidence")),
            entry("recipient", Set.of("identity", "organisation")),
            entry("share", Set.of("record", "learner", "organisation", "qualification", "claim", "recipient")),
            entry("app", Set.of("share", "record", "identity", "organisation")),
            entry("notification", Set.of("share", "challenge", "recipient", "identity", "learner", "organisation")),
            entry("bench", Set.of("identity", "learner", "matching", "qualification", "record")));

    private static final int CLASSES_AT_LEAST = 250;

    @ArchTest
    static void enough_classes_were_looked_at(JavaClasses house) {
        assertThat(house.size()).isGreaterThan(CLASSES_AT_LEAST);
    }

    @ArchTest
    static final ArchRule null_is_checked_everywhere = classes()
            .should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getDescription()));
                }
            });

    @ArchTest
    static final ArchRule contexts_use_only_what_the_map_allows = classes()
            .that()
            .resideOutsideOfPackage(ROOT + "edge..")
            .should(new ArchCondition<JavaClass>("use only the contexts the map allows") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    var from = firstSegment(origin);
                    origin.getDirectDependenciesFromSelf().stream()
                            .filter(use -> use.getTargetClass().getName().startsWith(ROOT))
                            .filter(use -> !allowed(from, firstSegment(use.getTargetClass())))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule edges_do_not_know_each_other =
            slices().matching(ROOT + "edge.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule everything_is_free_of_cycles =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule protocols_stay_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "edge..", ROOT + "platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.jws..",
                    "jakarta.xml..",
                    "jakarta.json..",
                    "jakarta.servlet..",
                    "jakarta.batch..",
                    "org.primefaces..");

    @ArchTest
    static final ArchRule only_contexts_touch_the_database = noClasses()
            .that()
            .resideInAPackage(ROOT + "edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule edges_send_no_statements = noClasses()
            .that()
            .resideInAPackage(ROOT + "edge..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "edge.batch.StartUp")
            .should()
            .dependOnClassesThat(resideInAPackage("javax.sql..")
                    .or(belongToAnyOf(Sql.class))
                    .or(type(BulkRows.class))
                    .as("are of platform.Sql, platform.BulkRows or javax.sql"));

    @ArchTest
    static final ArchRule nobody_finds_learners_past_the_ledger = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "learner..", ROOT + "bench..")
            .should()
            .accessTargetWhere(target(name("search")).and(target(owner(type(Candidates.class)))));

    @ArchTest
    static final ArchRule nobody_keeps_or_opens_evidence_past_the_ledger = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "evidence..", ROOT + "challenge..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "evidence.EvidenceFiles");

    @ArchTest
    static final ArchRule entities_are_never_public = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule embeddables_are_not_records = noClasses()
            .that()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .beRecords()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entities_have_no_setters = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<JavaClass>("have a setter") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    entity.getMethods().stream()
                            .filter(m -> m.getName().matches("set[A-Z].*"))
                            .forEach(m -> events.add(SimpleConditionEvent.satisfied(m, m.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule normal_scoped_beans_can_be_proxied = classes()
            .that()
            .areAnnotatedWith(ApplicationScoped.class)
            .or()
            .areAnnotatedWith(RequestScoped.class)
            .or()
            .areAnnotatedWith(ViewScoped.class)
            .should(
                    new ArchCondition<JavaClass>(
                            "have a non-private no-arg constructor (WELD-001435 otherwise, on first use)") {
                        @Override
                        public void check(JavaClass bean, ConditionEvents events) {
                            var fine = bean.getConstructors().stream()
                                    .anyMatch(c -> c.getRawParameterTypes().isEmpty()
                                            && !c.getModifiers().contains(JavaModifier.PRIVATE));
                            events.add(new SimpleConditionEvent(bean, fine, bean.getDescription()));
                        }
                    });

    @ArchTest
    static final ArchRule nothing_is_kept_in_the_session = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.servlet\\.http\\.HttpSession.*")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(SessionScoped.class, ConversationScoped.class, FlowScoped.class, Flash.class)
            .orShould()
            .accessTargetWhere(target(nameMatching("getSession|getSessionMap|changeSessionId"))
                    .and(target(owner(resideInAPackage("jakarta..")))));

    @ArchTest
    static final ArchRule field_injection_only_in_pages = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(ROOT + "edge.web..")
            .should()
            .beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule time_is_told_by_the_clock = noClasses()
            .that()
            .doNotBelongToAnyOf(Foundations.class, Standalone.class)
            .should()
            .accessTargetWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .accessTargetWhere(target(nameMatching("system.*|tick.*"))
                    .and(target(owner(belongToAnyOf(Clock.class, InstantSource.class)))))
            .orShould()
            .accessTargetWhere(target(name("currentTimeMillis")).and(target(owner(type(System.class)))))
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class);

    @ArchTest
    static final ArchRule no_system_out = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule no_bare_exceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    private static boolean allowed(String from, String to) {
        if (to.equals(from) || to.equals("platform")) return true;
        if (from.equals("platform")) return false;
        if (to.equals("party")) return true;
        if (from.equals("party")) return false;
        return to.equals("audit") || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static String firstSegment(JavaClass type) {
        var rest = type.getPackageName().substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
