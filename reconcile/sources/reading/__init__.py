"""From blocks to records: what rows, cells and entries say."""
