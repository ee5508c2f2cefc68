/** A consumer on the module path, with Jackson 3. */
module consumer {
    requires dev.customerservice.domain;
    requires tools.jackson.databind;
}
