"""Pages: kitchens as one HTML file that any browser opens, without a network.

`chronicle.py` takes down what a page shows while the kitchens run, `page.py` puts it into
`page.html` with `page.css` and `page.js`, which are all of our own making.
"""
