-- A cashier is a person with that role in the shop: the roles say so, and a second list could only differ.
drop table cashier;
