"""Tables, one aggregate a file; never a request or response schema. The DDL is in store/migrations/sql."""
