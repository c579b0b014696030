-- Whether a statement without a period is of its report's own year as far as the report says: see `Statement`.
alter table statements add column is_plain boolean default false;
