using System.Globalization;

namespace TenkTanken.Content.Files;

/// <summary>
/// Characters that look like our letters and are others: joined letters out of a PDF (<c>ﬁ</c>), wide ones, and the bold and
/// slanted ones of social media. Nobody finds a word that is written with them, and a screen reader spells it or says nothing.
/// Fractions, raised digits and such are what they look like, and are not among them.
/// </summary>
internal static class PlainLetters
{
    private const int Alphabet = 26;

    /// <summary>The character, and what one writes.</summary>
    private const string Pairs =
        "\uFB00=ff \uFB01=fi \uFB02=fl \uFB03=ffi \uFB04=ffl \uFB05=st \uFB06=st \u0132=IJ \u0133=ij \u0149=’n \u017F=s \u212A=K "
        + "\u212B=Å \u01C4=DŽ \u01C5=Dž \u01C6=dž \u01C7=LJ \u01C8=Lj \u01C9=lj \u01CA=NJ \u01CB=Nj \u01CC=nj \u01F1=DZ \u01F2=Dz "
        + "\u01F3=dz \u2102=C \u210A=g \u210B=H \u210C=H \u210D=H \u210E=h \u2110=I \u2111=I \u2112=L \u2113=l \u2115=N \u2119=P "
        + "\u211A=Q \u211B=R \u211C=R \u211D=R \u2124=Z \u2128=Z \u212C=B \u212D=C \u212F=e \u2130=E \u2131=F \u2133=M \u2134=o "
        + "\u2160=I \u2161=II \u2162=III \u2163=IV \u2164=V \u2165=VI \u2166=VII \u2167=VIII \u2168=IX \u2169=X \u216A=XI \u216B=XII "
        + "\u216C=L \u216D=C \u216E=D \u216F=M \u2170=i \u2171=ii \u2172=iii \u2173=iv \u2174=v \u2175=vi \u2176=vii \u2177=viii "
        + "\u2178=ix \u2179=x \u217A=xi \u217B=xii \u217C=l \u217D=c \u217E=d \u217F=m";

    private static readonly Dictionary<int, string> Single = Pairs.Split(' ').ToDictionary(pair => (int)pair[0], pair => pair[2..]);

    /// <summary>What one writes instead; null where the character is what it looks like.</summary>
    public static string? Of(int character) => character switch
    {
        >= 0xFF01 and <= 0xFF5E => $"{(char)(character - 0xFEE0)}",
        >= 0x24B6 and <= 0x24E9 => Letter(character - 0x24B6),
        // Thirteen alphabets of capital and small letters, and five rows of digits.
        >= 0x1D400 and <= 0x1D6A3 => Letter((character - 0x1D400) % (2 * Alphabet)),
        >= 0x1D7CE and <= 0x1D7FF => ((character - 0x1D7CE) % 10).ToString(CultureInfo.InvariantCulture),
        _ => Single.GetValueOrDefault(character),
    };

    private static string Letter(int number) => $"{(char)(number < Alphabet ? 'A' + number : 'a' + number - Alphabet)}";
}
