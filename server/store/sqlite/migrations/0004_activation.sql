CREATE TABLE `activations` (
	`account` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`used_at` integer
);
