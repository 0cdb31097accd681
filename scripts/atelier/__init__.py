"""The atelier: how the embedded galleries are painted from the scenes."""
