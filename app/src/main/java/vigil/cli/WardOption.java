package vigil.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vigil.ward.WardAddress;

/** A ward's database as it is written on a command line. */
final class WardOption implements ITypeConverter<WardAddress> {
    @Override
    public WardAddress convert(String text) {
        try {
            return WardAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** The address, if both sides prove who they are. */
    static WardAddress proven(WardAddress address) {
        try {
            return address.proven();
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }
}
