-- Whether the server that received a mail found that it is not from whom it says (RFC 8601); null in what was
-- read before this was kept.
alter table message add column refuted boolean;
