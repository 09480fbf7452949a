namespace TenkTanken.Web.Features.Presentation;

internal static class SlideFill
{
    /// <summary>
    /// How large the letters can be: the stylesheet knows six sizes, 1 the largest. With letters twice as large a line holds half as many,
    /// so that what fits goes by the square.
    /// </summary>
    public static int Of(int lines) => lines switch
    {
        <= 3 => 1,
        <= 5 => 2,
        <= 7 => 3,
        <= 9 => 4,
        <= 12 => 5,
        _ => 6,
    };
}
