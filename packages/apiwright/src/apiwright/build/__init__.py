"""What makes a plan true: growing, merging, writing, recording and proving."""
