/** A consumer on the module path, with Jackson 2. */
module consumer {
    requires dev.customerservice.domain;
    requires com.fasterxml.jackson.databind;
}
