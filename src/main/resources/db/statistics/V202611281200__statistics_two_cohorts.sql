-- Who is followed from Level 2 is called so, since others are followed from Level 3.
update statistics_cell set cell = 'LEVEL_2' || substr(cell, 7) where cell like 'COHORT|%';
