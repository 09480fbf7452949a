namespace TenkTanken.Web.Hosting.Requests;

/// <summary>What code further in tells the code around it of a request: a record without anything in it, set or not.</summary>
internal static class RequestMarks
{
    public static void Mark<T>(this HttpContext context)
        where T : class, new() => context.Features.Set(new T());

    public static bool Has<T>(this HttpContext context)
        where T : class => context.Features.Get<T>() is not null;
}
