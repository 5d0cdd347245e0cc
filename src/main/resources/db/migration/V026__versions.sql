-- Beside the grants (1) there are two more things that nodes hold in memory and that a number here tells the changes of: the
-- systems (2), and who has used up the wrong answers of a day (3).
INSERT INTO `access_grant_head` (`id`, `version`) VALUES (2, 0), (3, 0);
