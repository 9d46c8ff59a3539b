"""The timeline: who was needed when.

`timeline` draws the strip along the lower edge, from lanes (what to show), beds and labels (what
stands still) and painters (what grows). Only the service screen and its pointing know it. A new
mark on a lane goes into `lanepaint`; the bars themselves are signs. While the past is looked at,
`pastlanes` draws it instead, with the `handle`; the `toolbar` leads there and out of it.
"""
