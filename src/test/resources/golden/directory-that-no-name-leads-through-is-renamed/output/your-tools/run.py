import neighbour
