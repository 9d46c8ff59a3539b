"""The quiz: the steps that ask. Predict (`predicting`), walk (`walking`) and why (`asking`)."""
