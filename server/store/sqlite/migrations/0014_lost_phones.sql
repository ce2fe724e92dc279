CREATE TABLE `handed` (
	`id` text PRIMARY KEY NOT NULL,
	`device` text NOT NULL,
	`received_at` integer NOT NULL,
	`entri` integer NOT NULL,
	`foto` integer NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE INDEX `handed_device` ON `handed` (`device`);--> statement-breakpoint
CREATE TABLE `lost_phones` (
	`device` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`marked_at` integer NOT NULL,
	`was_live` integer NOT NULL,
	`ordered_at` integer,
	`wiped_at` integer
);