package org.openplr.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetfulTest {
    @Test
    void oneThatCannotForgetDoesNotKeepTheOthersFromIt() {
        Forgets broken = () -> {
            throw new IllegalStateException("the database is away");
        };

        assertThat(new Forgetful(List.of(() -> 2, broken, () -> 3)).forget()).isEqualTo(5);
    }
}
