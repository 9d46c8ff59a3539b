"""What is wanted of the last line that a program prints."""

from kitchen.lessons.goal import Evidence, Goal


def test_the_last_line_is_the_one_that_is_wanted() -> None:
    wanted = Goal(last="Dinner!")
    assert not wanted.misses(Evidence(prints=["Egg!", "Dinner!"]))
    assert wanted.misses(Evidence(prints=["Dinner!", "Egg!"])) == ["the last line is 'Egg!'"]
    assert wanted.misses(Evidence()) == ["nothing was printed"]
