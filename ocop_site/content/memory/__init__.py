"""What was read and understood of a content folder before: in the process, and on the disk for the next one."""
