using TenkTanken.Web.Tests.Modules.Probes.There;

namespace TenkTanken.Web.Tests.Modules.Probes.Between;

/// <summary>A third module, through which another can be used: <c>AddPageView</c> is such a one.</summary>
public static class Carrier
{
    public static Mood Mood => Mood.Bad;

    public static void Add<T>()
    {
    }
}

public class BaseOf<T>;

[AttributeUsage(AttributeTargets.All)]
public sealed class AboutAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}
