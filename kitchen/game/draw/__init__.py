"""Drawing: surfaces, type, art and colours, made once and kept. Knows nothing of kitchens."""
