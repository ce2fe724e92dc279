CREATE TABLE `reminders` (
	`device` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`endpoint` text NOT NULL,
	`hour` text NOT NULL,
	`days` text NOT NULL,
	`last_day` text NOT NULL,
	`failures` integer NOT NULL
);
