package city.certfree.access;

import city.certfree.kernel.CaseNumber;
import city.certfree.kernel.ItemCode;
import city.certfree.kernel.Purpose;

/** On what occasion somebody asks: without item, case and purpose there is no question. */
public record Occasion(Requester requester, ItemCode item, CaseNumber caseNumber, Purpose purpose) {}
