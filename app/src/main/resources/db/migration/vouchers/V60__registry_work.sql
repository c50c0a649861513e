-- How far a confirmed import is, as the place of its last finished row; the rows themselves are never rewritten.
alter table registry_import add column work_place int not null default 0;
alter table registry_row drop column done;

-- A known child may also turn out not to meet the rules, when its birth date or postcode was corrected.
alter table registry_child drop constraint registry_child_flagged_check;
alter table registry_child add constraint registry_child_flagged_check
  check (flagged in ('not-in-extract', 'died', 'left-the-register', 'not-entitled'));
