"""One line less to print, and the pages come no sooner: printing was not what took so long."""

change = [1]
