"""What an app gives to the whole: the sections and the vocabulary of a frozen report."""
