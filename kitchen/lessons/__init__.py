"""Lessons: steps that teach one idea of asyncio each, with programs that really run."""
