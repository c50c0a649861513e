-- Money of a voucher that is set aside for an order, one account a campaign and merchant.
alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check
  check (kind in ('budget', 'campaign', 'voucher', 'held', 'merchant-payable', 'in-bank-file', 'paid'));
