"""Makes the weights of the model from labelled and from correct texts; no part of the running product."""
