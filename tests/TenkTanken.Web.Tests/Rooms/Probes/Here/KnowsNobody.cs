using TenkTanken.Web.Tests.Rooms.Probes.There;

namespace TenkTanken.Web.Tests.Rooms.Probes.Here;

/// <summary>Only in its text, and by a constant, whose value is copied here.</summary>
public static class KnowsNobody
{
    public static string Text => "TenkTanken.Web.Tests.Rooms.Probes.There.Thing";

    public static int Number => Limits.Most;
}
