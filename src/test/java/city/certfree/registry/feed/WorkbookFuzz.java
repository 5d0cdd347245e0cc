package city.certfree.registry.feed;

import city.certfree.fixture.fuzz.FuzzTarget;

/** A registry in a workbook (XLSX): whatever is no workbook is said to be none. */
class WorkbookFuzz extends FuzzTarget {
    @Override
    protected void take(byte[] input) {
        RegistryReading.of(RegistrySource.workbook(input));
    }
}
