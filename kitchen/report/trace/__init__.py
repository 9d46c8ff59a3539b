"""Traces: kitchens as Trace Event JSON, which Perfetto (https://ui.perfetto.dev) opens.

The events of a kitchen are made in `events.py` out of its facts, while it runs; the file is
written in `tracefile.py`.
"""
