"""Turns the readable sources of the sample corpus into the files people receive."""
