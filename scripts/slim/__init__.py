"""How `vgg19-slim` learns: the teacher, the pictures, the matching of features, the recognition of things."""
