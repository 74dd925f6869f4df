"""The jail: what runs in the process in which a student's code is checked.

It knows Python's standard library and the modules that students use, and nothing else: the process
starts without installed packages, and soon, once for each task.
"""
