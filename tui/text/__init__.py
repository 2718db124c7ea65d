"""What any text needs: cleaning, width in cells, wrapping, and dates as people write them."""
