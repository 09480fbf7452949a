namespace TenkTanken.Web.Features.Presentation;

internal static class SlideFill
{
    /// <summary>
    /// How large the letters can be: the stylesheet knows five sizes, 1 the largest. With letters twice as large a line holds half as many,
    /// so that what fits goes by the square.
    /// </summary>
    public static int Of(int lines) => lines switch
    {
        <= 4 => 1,
        <= 6 => 2,
        <= 9 => 3,
        <= 12 => 4,
        _ => 5,
    };
}
