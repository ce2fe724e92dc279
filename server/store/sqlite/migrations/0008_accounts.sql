CREATE TABLE `password_ages` (
	`account` text PRIMARY KEY NOT NULL,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `activations` ADD `issuer` text;--> statement-breakpoint
ALTER TABLE `activations` ADD `awaits` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `activations` ADD `seconded_by` text;