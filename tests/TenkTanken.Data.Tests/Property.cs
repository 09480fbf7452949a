namespace TenkTanken.Data.Tests;

/// <summary>Which property of docs/reliability.md a test holds: <c>[Trait(Property.Name, "P9")]</c>.</summary>
internal static class Property
{
    public const string Name = "Property";
}
