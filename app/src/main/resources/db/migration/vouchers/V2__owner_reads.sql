-- The owner reads every commune's rows for backup and audit; the application's role owns nothing and stays bound.
alter table campaign no force row level security;
alter table voucher no force row level security;
alter table voucher_former_secret no force row level security;
alter table voucher_act no force row level security;
alter table acceptance no force row level security;
alter table wrong_code no force row level security;
