using Microsoft.AspNetCore.Components;

namespace TenkTanken.Web.Tests.Modules.Probes.There;

public interface IThing;

public delegate void Handler();

public enum Mood
{
    Good,
    Bad,
}

public struct Coin
{
    public int Worth { get; set; }
}

public sealed class Tag : ComponentBase;

public sealed class GenericTag<T> : ComponentBase
{
    [Parameter]
    public T? Value { get; set; }
}

public sealed class Thing
{
    public static readonly string Field = "field";

    public static string Property => "property";
}

public static class Extensions
{
    public static int Twice(this int number) => number * 2;
}

public class Base;

[AttributeUsage(AttributeTargets.All)]
public sealed class MarkAttribute : Attribute;

public sealed class ThingException : Exception;

public static class Limits
{
    public const int Most = 3;
}
