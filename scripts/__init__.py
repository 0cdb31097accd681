"""The command line: `pentimento`, one file a command."""
