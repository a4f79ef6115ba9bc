"""Fits the classifiers in `foi_analytics.models` from labelled letters; needs the `train` extra."""
