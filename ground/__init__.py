"""What every room stands on: errors, files, pictures, weights and the VGG-19 network."""
