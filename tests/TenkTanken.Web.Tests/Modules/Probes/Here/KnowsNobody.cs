using TenkTanken.Web.Tests.Modules.Probes.There;

namespace TenkTanken.Web.Tests.Modules.Probes.Here;

/// <summary>Only in its text, and by a constant, whose value is copied here.</summary>
public static class KnowsNobody
{
    public static string Text => "TenkTanken.Web.Tests.Modules.Probes.There.Thing";

    public static int Number => Limits.Most;
}
