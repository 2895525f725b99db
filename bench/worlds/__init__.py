"""Invented companies with 14 weeks of mail and meetings, and what is true about them: what a replay is measured on.

The words come from ``words``, files that neither the reader nor judgement ever reads.
"""
