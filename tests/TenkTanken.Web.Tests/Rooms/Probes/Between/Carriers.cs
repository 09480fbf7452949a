using TenkTanken.Web.Tests.Rooms.Probes.There;

namespace TenkTanken.Web.Tests.Rooms.Probes.Between;

/// <summary>A third room, through which another can be used: <c>AddPageView</c> is such a one.</summary>
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
