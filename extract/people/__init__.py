"""Reading people and companies from participants."""
