using TenkTanken.Content;

namespace TenkTanken.Web.Features.Reading;

/// <summary>Which icon stands beside a sign or another part of a page, by its permanent id. What has none is whole without.</summary>
internal static class PlaceIcons
{
    private static readonly Dictionary<string, string> Icons = new(StringComparer.Ordinal)
    {
        // The start page.
        ["wondering"] = "LightBulb",
        ["learning"] = "OpenBook",
        ["teaching"] = "Presentation",
        ["urgent-help"] = "ExclamationmarkTriangle",
        ["have-a-code"] = "KeyVertical",

        // Somebody to ring.
        ["urgent"] = "ExclamationmarkTriangle",
        ["advice"] = "Phone",
        ["children"] = "PersonTallShort",
        ["rvts"] = "HandHeart",
        ["coordination"] = "PersonGroup",

        // Signs.
        ["fear-or-stress"] = "HeadCloud",
        ["controlled-by-others"] = "PersonGroup",
        ["distrust-of-staff"] = "Handshake",
        ["injuries-or-infections"] = "Bandage",
        ["no-control-of-papers"] = "Passport",
        ["no-access-to-income"] = "Wallet",
        ["seen-at-known-places"] = "LocationPin",
        ["degrading-housing"] = "Bed",
        ["from-known-country"] = "Earth",
        ["rehearsed-story"] = "ChatElipsis",
        ["never-alone"] = "PersonTallShort",
        ["debt-to-someone"] = "BankNote",
        ["false-promises"] = "Briefcase",
        ["does-not-know-address"] = "House",
    };

    /// <summary>A sign that is new gets one that goes with any.</summary>
    public static string OfSign(Sign sign) => Of(sign.Id) ?? "Eye";

    public static string? Of(string id) => Icons.GetValueOrDefault(id);
}
